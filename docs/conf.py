"""How Sphinx builds the documentation: ``make docs``."""

import bilateral

project = "bilateral"
author = "the bilateral contributors"
version = release = bilateral.__version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "bilateral"

# the tutorial runs when the pages are built; a cell that fails fails the build
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120

autodoc_member_order = "bysource"
autodoc_typehints = "description"

napoleon_use_ivar = True  # attributes are told once, in the docstring of their class

# links to our own public names must lead somewhere; all others stay plain
nitpick_ignore_regex = [("py:.*", r"(?!bilateral\.[A-Z]).*")]
