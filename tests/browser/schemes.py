"""The colours of the day and those of the night, for tests that look at both."""

from typing import Literal

import pytest

Scheme = Literal["light", "dark"]
schemes = pytest.mark.parametrize("scheme", ["light", "dark"])
