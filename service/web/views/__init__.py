"""What each page shows, as plain records for its template."""
