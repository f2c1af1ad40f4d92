"""One build path for every command: read, parse, compose, plan, render, write."""
