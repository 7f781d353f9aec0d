"""What people take with them: a search or the whole network as a phone book, cards, a page for places without network.

All of them are made from `listing.listed`, which reads a Network already cut to the audience the output is for.
"""
