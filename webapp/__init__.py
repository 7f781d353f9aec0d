"""The web application and the command line. This file imports the standard library only: the first command needs it."""
