"""What `spro eval` does, one module a command; the door itself is `eval.cli`."""
