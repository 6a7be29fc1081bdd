"""Who may call a route for counsellors."""

from collections.abc import Callable

from fastapi import Request

from api.problems import ProblemError
from api.settings import ApiSettings, is_loopback


def counsellors_only(settings: ApiSettings) -> Callable[[Request], None]:
    """Return the check of such a route: the demonstration, called from its own machine."""

    def check(request: Request) -> None:
        """Refuse everybody else: no key exists yet that would tell a counsellor.

        Raises:
            ProblemError: 403.
        """
        caller = request.client.host if request.client else ""
        if not (settings.demo and is_loopback(caller)):
            code = "counsellors_only"
            raise ProblemError(code)

    return check
