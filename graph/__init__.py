"""The network itself: vocabulary, store, search and analyses. Knows nothing of web, files or charts."""
