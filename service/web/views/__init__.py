"""Views: plain records for the template of each page."""
