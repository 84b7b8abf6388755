"""First versions of files, made of what is known; for editors to go on with."""
