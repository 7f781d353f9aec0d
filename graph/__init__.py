"""The network itself: its vocabulary, its store, what is searched and analysed. Knows nothing of web, files or charts."""
