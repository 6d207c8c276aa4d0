"""Single sign-on: signing in with the account one has at one's organisation or prison (OpenID Connect)."""
