"""Accounts, their grants and sessions: Records behind the store port."""
