"""Other people's accounts: who may do what."""
