# SPDX-License-Identifier: Apache-2.0
"""Writes the SVG sources of the sample illustrations beside this file: python3 draw.py [name…]"""
import os
import sys

sys.dont_write_bytecode = True
import importlib

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
for module in ("scenes_a", "scenes_b"):
    if os.path.exists(os.path.join(here, module + ".py")):
        for scene in importlib.import_module(module).ALL:
            if len(sys.argv) < 2 or scene.__name__.replace("_", "-") in sys.argv[1:]:
                scene().save(here)
