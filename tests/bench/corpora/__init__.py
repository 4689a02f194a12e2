"""How large editions are made: rates, speed-up, growth, beside programs that others use."""
