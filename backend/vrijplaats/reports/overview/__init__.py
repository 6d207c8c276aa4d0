"""A coordinator's figures of the own organisation, by the definitions of the reports; and the lists behind them."""
