"""Numbers inside results, found by their dotted paths."""

import re
from typing import Any

from cnnviz.choice import Slip, UnknownName, pick

PART = re.compile(r'"([^"]*)"|([^."]+)')


def number_in(content: Any, path: str, what: str) -> Any:
    """Follow a dotted path; a part that has dots itself stands in quotation marks.

    Raises UnknownName where there is nothing, Slip where there is no number.
    """
    for quoted, plain in PART.findall(path):
        if isinstance(content, list):  # its entries are called by their places, from 0
            content = {str(place): entry for place, entry in enumerate(content)}
        if not isinstance(content, dict):
            raise UnknownName(what, path, ())
        try:
            content = pick(f"{what} under {path!r}", quoted or plain, content)
        except UnknownName as error:
            if dotted := [key for key in content if "." in key and f"{key}." in f"{path}."]:
                error.add_note(f'a part with dots is quoted: "{dotted[0]}"')
            raise
    if isinstance(content, bool) or not isinstance(content, int | float):
        raise Slip(f"{path!r} is no number but {type(content).__name__}")
    return content
