"""The site on this machine only, rebuilt and reloaded as its sources change."""
