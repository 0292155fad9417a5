MATCH (node) WHERE NOT node:Load DETACH DELETE node
