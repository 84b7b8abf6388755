"""The figures of the monitor as open data: its columns, its rows, and the files they go to."""
