"""One module for each kind of page; each has a function ``pages`` from the desk to Pages."""
