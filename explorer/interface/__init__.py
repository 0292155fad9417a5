"""The interface for programs: saved queries by HTTP, with the guard, limits and roles of the app."""
