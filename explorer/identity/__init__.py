"""Who uses the app: sign-in, roles, and what each role may do."""
