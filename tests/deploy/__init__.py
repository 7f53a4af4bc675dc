"""The files of deploy/, each validated, and started as far as one machine can."""
