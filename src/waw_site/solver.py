"""The solver of integer programmes, silent; imported only where something is hidden."""

import highspy


class Solver(highspy.Highs):
    """The solver without its banner: the library switches callbacks on first, and tells so."""

    def enableCallbacks(self) -> None:  # noqa: N802  its name there
        """Be silent before anything is told."""
        self.setOptionValue("output_flag", False)
        super().enableCallbacks()
