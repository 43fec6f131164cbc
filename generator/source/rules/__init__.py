"""The rules on what files say, one module a subject; each rule has an id that its message shows."""
