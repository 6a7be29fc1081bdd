"""Errors as RFC 9457 documents: a status, and a French sentence a person can act on."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.schemas.problem import FieldError, ProblemDocument
from assistant.wording import Wording, wording
from corpus.model.errors import EmbeddingError, NoKnowledgeBaseError, StoreError

STATUS: Final[Mapping[str, int]] = {
    "bad_request": 400,
    "invalid_json": 400,
    "null_byte": 400,
    "counsellors_only": 403,
    "not_found": 404,
    "method": 405,
    "not_acceptable": 406,
    "too_large": 413,
    "too_long": 413,
    "media_type": 415,
    "invalid_field": 422,
    "internal": 500,
    "no_knowledge_base": 503,
    "knowledge_base": 503,
    "embedding": 503,
    "not_ready": 503,
}
BY_STATUS: Final[Mapping[int, str]] = {404: "not_found", 405: "method"}
DEGRADED: Final[Mapping[str, str]] = {
    "no_knowledge_base": "knowledge_base",
    "knowledge_base": "knowledge_base",
    "embedding": "embedding",
}
LONGEST_NAME = 80


class ProblemError(Exception):
    """A request that ends with a problem; `code` is a key of `STATUS`."""

    def __init__(self, code: str, *, fields: Sequence[str] = (), **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields
        self.values = values


class BodyTooLargeError(HTTPException):
    """The body is over the limit, in bytes; raised before it is parsed."""

    def __init__(self, limit: int) -> None:
        super().__init__(status_code=413)
        self.limit = limit


def problem(code: str, words: Wording, **values: object) -> ProblemDocument:
    """Return the document of `code`, its sentences filled in with `values`."""
    return ProblemDocument(
        type=f"urn:spro:problem:{code}",
        title=words(f"api.problem.{code}.title"),
        status=STATUS[code],
        detail=words(f"api.problem.{code}.detail", **values),
        degraded=[DEGRADED[code]] if code in DEGRADED else [],
    )


def problem_of(error: Exception, language: str = "fr") -> ProblemDocument:
    """Return the document that tells of `error`, never its message, its type or a path."""
    words = wording(language)
    match error:
        case ProblemError():
            document = problem(error.code, words, **error.values)
            return document.model_copy(
                update={
                    "errors": [FieldError(field=f, detail=document.detail) for f in error.fields]
                }
            )
        case RequestValidationError():
            return _invalid(error.errors(), words)
        case BodyTooLargeError(limit=limit):
            return problem("too_large", words, limit=limit // 1000)
        case HTTPException(status_code=status):
            return problem(BY_STATUS.get(status, "bad_request"), words)
        case _:
            return problem(_code(error), words)


def _code(error: Exception) -> str:
    """Return the code of an error of ours; `internal` for any other."""
    match error:
        case NoKnowledgeBaseError():
            return "no_knowledge_base"
        case StoreError():
            return "knowledge_base"
        case EmbeddingError():
            return "embedding"
        case _:
            return "internal"


def _invalid(errors: Sequence[Any], words: Wording) -> ProblemDocument:
    """Return the document of a request whose fields are wrong, the first one in its detail."""
    kinds = {error["type"] for error in errors}
    if "json_invalid" in kinds:
        return problem("invalid_json", words)
    if too_long := next((e for e in errors if e["type"] == "string_too_long"), None):
        return _too_long(too_long, words)
    told = [FieldError(field=_field(e["loc"]), detail=_reason(e, words)) for e in errors]
    if "null_byte" in kinds:
        first = next(t for t, e in zip(told, errors, strict=True) if e["type"] == "null_byte")
        return problem("null_byte", words, field=first.field)
    document = problem("invalid_field", words, field=told[0].field, reason=told[0].detail)
    return document.model_copy(update={"errors": told})


def _too_long(error: Mapping[str, Any], words: Wording) -> ProblemDocument:
    """Return the document of a text over the limit of its field."""
    length, limit = len(error["input"]), error["ctx"]["max_length"]
    document = problem("too_long", words, length=length, limit=limit)
    named = FieldError(field=_field(error["loc"]), detail=document.detail)
    return document.model_copy(update={"errors": [named]})


def _field(location: Sequence[int | str]) -> str:
    """Return `messages.0.content` for a place in the body, `body` for the body itself."""
    names = [str(part)[:LONGEST_NAME] for part in location[1:]]
    return ".".join(names) or "body"


def _reason(error: Mapping[str, Any], words: Wording) -> str:
    """Return why a field is refused."""
    key = f"api.invalid.{error['type']}"
    if key not in words.sentences:
        return words("api.invalid.other")
    values = {name: str(value) for name, value in (error.get("ctx") or {}).items()}
    if "expected" in values:
        values["expected"] = values["expected"].replace("'", "").replace(" or ", ", ")
    return words(key, **values)
