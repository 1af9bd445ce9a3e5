"""Verifies tokens with the snippet of the folder it runs in: see run.test.mjs.

The tokens come on standard input, one a line. A line on standard output for each: empty where it was accepted, or why
it was refused.
"""

import io
import sys
import urllib.request
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, ".")

jwks = Path("jwks.json")
if jwks.exists():
    # No request leaves the machine: whatever address is asked for, this is its answer.
    urllib.request.OpenerDirector.open = lambda *_, **__: io.BytesIO(jwks.read_bytes())

from snippet import verify

for token in sys.stdin.read().splitlines():
    try:
        verify(token)
        print()
    except Exception as error:
        print(repr(error))
