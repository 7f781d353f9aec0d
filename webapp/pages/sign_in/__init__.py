"""Signing in and out, accepting an invitation, making the first administrator."""
