"""A prison's permission for one volunteer: asked for, given or refused, and over."""
