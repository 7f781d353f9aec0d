"""The engine for installations that outgrow one machine: a Neo4j server, reached by its official driver."""
