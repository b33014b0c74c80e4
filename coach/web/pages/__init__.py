"""The pages, one module for each: what it shows, and what can be done there."""
