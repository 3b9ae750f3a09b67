"""The objectives, as recording rules and burn-rate alerts: written out once for every objective and window."""

WINDOWS = ["5m", "30m", "1h", "6h", "3d"]
REQUESTS = "http_server_requests_seconds"

# Name, what share may be bad, what is bad, of what; W is the window. Bad things that never happened have no series.
OBJECTIVES = [
    ("availability", 0.001,
     f'sum by (job) (rate({REQUESTS}_count{{status=~"5.."}}[W]))',
     f"sum by (job) (rate({REQUESTS}_count[W]))"),
    ("latency", 0.05,
     f'(sum by (job) (rate({REQUESTS}_count{{method="POST"}}[W])) - sum by (job) (rate({REQUESTS}_bucket{{method="POST",le="0.2"}}[W])))',
     f'sum by (job) (rate({REQUESTS}_count{{method="POST"}}[W]))'),
    ("placing", 0.05,
     f'(sum by (job) (rate({REQUESTS}_count{{job="order",method="POST",uri="/api/v1/orders"}}[W]))'
     f' - sum by (job) (rate({REQUESTS}_bucket{{job="order",method="POST",uri="/api/v1/orders",le="0.2"}}[W])))',
     f'sum by (job) (rate({REQUESTS}_count{{job="order",method="POST",uri="/api/v1/orders"}}[W]))'),
    ("journey", 0.001,
     '(sum by (job) (rate(order_journey_seconds_count[W])) - sum by (job) (rate(order_journey_seconds_bucket{le="30.0"}[W])))',
     "sum by (job) (rate(order_journey_seconds_count[W]))"),
]

# Alert, how many times faster than the budget lasts, over which long and short window, for how long, how urgent.
BURNS = [
    ("ObjectiveBurnsFast", 14.4, "1h", "5m", "2m", "page"),
    ("ObjectiveBurns", 6, "6h", "30m", "15m", "page"),
    ("ObjectiveBurnsSlowly", 1, "3d", "6h", "1h", "ticket"),
]
# Fewer events than this in the long window are no sample: one bad request among ten is no burning budget.
FEWEST = 50


def recorded(name, expression, objective):
    return [f"      - record: {name}", f"        expr: >-\n          {expression}", f"        labels: {{slo: {objective}}}"]


def rules():
    lines = [
        "# Written by observability/generate.py. Per service: 99.9 % of requests are answered without a 5xx, and 95 % of POSTs",
        "# within 200 ms. For the order journey: 95 % of orders are taken within 200 ms, and 99.9 % decided within 30 s.",
        "groups:", "  - name: objectives", "    rules:"]
    for name, budget, bad, all_ in OBJECTIVES:
        lines += recorded("slo:budget", f"vector({budget})", name)
        for window in WINDOWS:
            over = all_.replace("[W]", f"[{window}]")
            share = f"({bad.replace('[W]', f'[{window}]')} or {over} * 0) / ({over} > 0)"
            lines += recorded(f"slo:bad:share{window}", share, name)
        for window in sorted({long for _, _, long, *_ in BURNS}):
            over = all_.replace("[W]", f"[{window}]").replace("rate(", "increase(")
            lines += recorded(f"slo:events:increase{window}", over, name)
    lines += ["  - name: burning", "    rules:"]
    for alert, factor, long, short, wait, severity in BURNS:
        lines += [
            f"      - alert: {alert}",
            "        expr: >-",
            f"          slo:bad:share{long} > on (slo) group_left () ({factor} * slo:budget)",
            f"          and slo:bad:share{short} > on (slo) group_left () ({factor} * slo:budget)",
            f"          and slo:events:increase{long} >= {FEWEST}",
            f"        for: {wait}",
            f"        labels: {{severity: {severity}}}",
            "        annotations:",
            f"          summary: '{{{{ $labels.job }}}} misses its objective \"{{{{ $labels.slo }}}}\": "
            f"{{{{ $value | humanizePercentage }}}} were bad over {long}.'",
            "          runbook_url: docs/runbooks/objective-burns.md"]
    return "\n".join(lines) + "\n"
