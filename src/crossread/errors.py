"""Everything that can go wrong, drawn as a tree. Each message is one sentence for a user.

CrossreadError
├── InputError        a file or page cannot be read: which, what is wrong, what to do
├── CaseError         a case file cannot be opened, or is of a newer version
├── NotFoundError          a name, article or format that was asked for is not there
│   └── AmbiguousError     a name that was asked for is of several
└── PipelineError     stages in an order that cannot work (a programmer's mistake)
"""


class CrossreadError(Exception):
    """Any error that Crossread raises on purpose."""


class InputError(CrossreadError):
    """A file or page cannot be read; the message names it and says what to do."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(f"{file}: {problem}")
        self.file = file
        self.problem = problem

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str]]:
        return InputError, (self.file, self.problem)  # so that it crosses a process pool


class CaseError(CrossreadError):
    """A case file cannot be opened or written."""


class NotFoundError(CrossreadError):
    """What was asked for by name is not there."""


class AmbiguousError(NotFoundError):
    """What was asked for by name may be any of several."""


class PipelineError(CrossreadError):
    """Stages in an order that cannot work."""
