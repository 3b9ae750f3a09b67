"""The dashboards: panels are written down here once, Grafana's JSON is made of them."""

SERVICES = ["order", "inventory", "payment", "catalog", "identity"]
REQUESTS = "http_server_requests_seconds"
WIDTH, HEIGHT, PER_ROW = 8, 8, 3
RATE = "[2m]"


class Panel:
    """One graph: what it is called, in which unit, and its queries, each with the legend of its lines."""

    def __init__(self, title, unit, *queries, rare=False):
        self.title, self.unit, self.queries = title, unit, queries
        # What a healthy shop has nothing of yet: its query must be right, but may be without data.
        self.rare = rare

    def json(self, number, exemplars):
        place = {"x": number % PER_ROW * WIDTH, "y": number // PER_ROW * HEIGHT, "w": WIDTH, "h": HEIGHT}
        return {
            "id": number + 1, "type": "timeseries", "title": self.title, "gridPos": place,
            "datasource": {"type": "prometheus", "uid": "${datasource}"},
            "fieldConfig": {"defaults": {"unit": self.unit, "min": 0}, "overrides": []},
            "options": {"legend": {"displayMode": "list", "placement": "bottom"}, "tooltip": {"mode": "multi"}},
            "targets": [
                {"refId": chr(ord("A") + index), "expr": query, "legendFormat": legend,
                 **({"exemplar": True} if exemplars and "_bucket" in query else {})}
                for index, (query, legend) in enumerate(self.queries)]}


def quantile(which, name, by, selector=""):
    labels = ", ".join(["le", *by])
    return f"histogram_quantile({which}, sum by ({labels}) (rate({name}_bucket{{{selector}}}{RATE})))"


def platform():
    return "Platform", [
        Panel("Bad requests, of the 0.1 % that may be", "percentunit", ('slo:bad:share5m{slo="availability"}', "{{job}}")),
        Panel("POSTs over 200 ms, of the 5 % that may be", "percentunit", ('slo:bad:share5m{slo="latency"}', "{{job}}")),
        Panel("Orders: taken too slowly, decided too late", "percentunit",
              ('slo:bad:share5m{slo=~"placing|journey"}', "{{slo}}")),
        Panel("Services that answer", "short", ("sum by (job) (up)", "{{job}}")),
        Panel("Requests", "reqps", (f"sum by (job) (rate({REQUESTS}_count{RATE}))", "{{job}}")),
        Panel("POST, 95th percentile", "s", (quantile(0.95, REQUESTS, ["job"], 'method="POST"'), "{{job}}")),
        Panel("Alerts", "short", ('count by (alertname, alertstate) (ALERTS)', "{{alertname}} {{alertstate}}"), rare=True),
        Panel("Processor", "percentunit", ("max by (job) (process_cpu_usage)", "{{job}}")),
        Panel("Heap", "bytes", ('sum by (job) (jvm_memory_used_bytes{area="heap"})', "{{job}}")),
    ]


def orders():
    return "Order flow", [
        Panel("Orders that take a step", "ops",
              (f"sum by (status) (rate(order_fulfilment_entered_total{RATE}))", "{{status}}")),
        Panel("Placed, confirmed, cancelled", "ops",
              (f'sum(rate(order_fulfilment_entered_total{{status="AWAITING_STOCK"}}{RATE}))', "placed"),
              (f'sum(rate(order_fulfilment_entered_total{{status="DELIVERY_READY"}}{RATE}))', "confirmed"),
              (f"sum(rate(order_cancelled_total{RATE}))", "cancelled")),
        Panel("Cancelled, and why", "ops", (f"sum by (reason) (rate(order_cancelled_total{RATE}))", "{{reason}}")),
        Panel("Until a yes or a no", "s",
              (quantile(0.5, "order_journey_seconds", ["outcome"]), "{{outcome}}, median"),
              (quantile(0.95, "order_journey_seconds", ["outcome"]), "{{outcome}}, 95th")),
        Panel("Money, minor units a second", "short",
              (f"sum by (currency) (rate(order_placed_amount_total{RATE}))", "placed {{currency}}"),
              (f"sum by (currency) (rate(order_confirmed_amount_total{RATE}))", "confirmed {{currency}}")),
        Panel("Orders that wait", "short", ("max by (state) (order_saga_orders)", "{{state}}")),
        Panel("The oldest that waits", "s", ("max by (state) (order_saga_oldest_seconds)", "{{state}}")),
        Panel("Stuck", "short", ("max by (state) (order_saga_stuck)", "{{state}}")),
        Panel("Differences between the books", "short",
              ("max by (kind) (order_reconciliation_differences) > 0 or vector(0)", "{{kind}}")),
        Panel("Stock held before payment", "short", ("max by (which) (inventory_holds)", "{{which}}")),
        Panel("Stock decided", "ops", (f"sum by (outcome) (rate(inventory_stock_decided_total{RATE}))", "{{outcome}}")),
        Panel("Oversell guard", "short", ("sum(inventory_stock_guard_hits_total)", "hits")),
        Panel("Work on payments", "ops", (f"sum by (outcome) (rate(payment_work_total{RATE}))", "{{outcome}}")),
        Panel("Payments without an end", "short", ("max by (state) (payment_unresolved)", "{{state}}")),
        Panel("The provider's circuit breaker", "short",
              ('max by (state) (ft_circuitbreaker_state_current{job="payment"})', "{{state}}")),
    ]


def service(name):
    requests = f'job="{name}"'
    return name.capitalize(), [
        Panel("Requests", "reqps",
              (f"sum by (method, uri) (rate({REQUESTS}_count{{{requests}}}{RATE}))", "{{method}} {{uri}}")),
        Panel("Answers that are no success", "reqps",
              (f'sum by (method, uri, status) (rate({REQUESTS}_count{{{requests},status=~"[45].."}}{RATE}))',
               "{{method}} {{uri}} {{status}}"), rare=True),
        Panel("95th percentile", "s", (quantile(0.95, REQUESTS, ["method", "uri"], requests), "{{method}} {{uri}}")),
        Panel("Messages handled", "ops",
              (f"sum by (consumer) (rate(messaging_inbox_batch_size_sum{{{requests}}}{RATE}))", "{{consumer}}"),
              rare=name in ("catalog", "identity")),
        Panel("Batches, 95th percentile", "s",
              (quantile(0.95, "messaging_inbox_batch_seconds", ["consumer"], requests), "{{consumer}}"),
              rare=name in ("catalog", "identity")),
        Panel("Published", "ops", (f"sum(rate(messaging_outbox_published_total{{{requests}}}{RATE}))", "messages")),
        Panel("Database connections", "short",
              (f"sum(agroal_active_count{{{requests}}})", "in use"),
              (f"sum(agroal_available_count{{{requests}}})", "free"),
              (f"sum(agroal_awaiting_count{{{requests}}})", "threads waiting")),
        Panel("Heap and all of the process", "bytes",
              (f'sum(jvm_memory_used_bytes{{{requests},area="heap"}})', "heap"),
              (f'sum(jvm_memory_used_bytes{{{requests},area="nonheap"}})', "beside the heap")),
        Panel("Garbage collection", "percentunit", (f"sum(rate(jvm_gc_pause_seconds_sum{{{requests}}}{RATE}))", "of the time"),
              rare=True),
        Panel("Threads", "short", (f"max(jvm_threads_live_threads{{{requests}}})", "live")),
        Panel("Processor", "percentunit", (f"max(process_cpu_usage{{{requests}}})", "of all cores")),
        Panel("Files open", "short", (f"max(process_files_open_files{{{requests}}})", "files")),
    ]


def messages():
    return "Kafka and outbox", [
        Panel("Outbox, rows behind", "short", ("max by (job) (messaging_outbox_lag_rows)", "{{job}}")),
        Panel("Outbox, seconds behind", "s", ("max by (job) (messaging_outbox_lag_seconds)", "{{job}}")),
        Panel("Published", "ops", (f"sum by (job) (rate(messaging_outbox_published_total{RATE}))", "{{job}}")),
        Panel("Publishing failed", "ops", (f"sum by (job) (rate(messaging_outbox_failures_total{RATE}))", "{{job}}")),
        Panel("Consumers, seconds behind", "s",
              ("max by (job, consumer) (messaging_inbox_lag_seconds)", "{{job}} {{consumer}}")),
        Panel("Consumers, messages behind", "short",
              ("sum by (job, topic) (kafka_consumer_fetch_manager_records_lag)", "{{job}} {{topic}}")),
        Panel("Handled", "ops",
              (f"sum by (job, consumer) (rate(messaging_inbox_batch_size_sum{RATE}))", "{{job}} {{consumer}}")),
        Panel("Messages in a batch", "short",
              (f"sum by (job, consumer) (rate(messaging_inbox_batch_size_sum{RATE}))"
               f" / (sum by (job, consumer) (rate(messaging_inbox_batch_size_count{RATE})) > 0)", "{{job}} {{consumer}}")),
        Panel("Duplicates dropped", "ops",
              (f"sum by (job, consumer) (rate(messaging_inbox_duplicates_total{RATE}))", "{{job}} {{consumer}}")),
        Panel("Parked now", "short", ("max by (job, consumer) (messaging_parked_messages)", "{{job}} {{consumer}}")),
        Panel("Batches tried again", "ops",
              (f"sum by (job, consumer) (rate(messaging_inbox_retries_total{RATE}))", "{{job}} {{consumer}}")),
        Panel("Rebalances", "short",
              ("sum by (job) (kafka_consumer_coordinator_rebalance_total)", "{{job}}")),
    ]


def database():
    return "PostgreSQL", [
        Panel("Connections in use", "short", ("sum by (job) (agroal_active_count)", "{{job}}")),
        Panel("Connections, the most at once", "short", ("max by (job) (agroal_max_used_count)", "{{job}}")),
        Panel("Threads that wait for one", "short", ("sum by (job) (agroal_awaiting_count)", "{{job}}")),
        Panel("How long they waited", "s", ("max by (job) (agroal_blocking_time_average_milliseconds) / 1000", "{{job}}")),
        Panel("Connections made", "ops", (f"sum by (job) (rate(agroal_creation_count_total{RATE}))", "{{job}}")),
        Panel("Connections taken", "ops", (f"sum by (job) (rate(agroal_acquire_count_total{RATE}))", "{{job}}")),
    ]


def dashboard(uid, title, panels):
    return {
        "uid": f"shop-{uid}", "title": f"Shop: {title}", "tags": ["shop"], "schemaVersion": 39, "editable": False,
        "time": {"from": "now-1h", "to": "now"}, "refresh": "15s", "timezone": "utc",
        "links": [{"type": "dashboards", "tags": ["shop"], "asDropdown": True, "title": "Shop"}],
        "templating": {"list": [{"name": "datasource", "type": "datasource", "query": "prometheus", "label": "Prometheus"}]},
        "panels": [panel.json(number, True) for number, panel in enumerate(panels)]}


def panels():
    """Every dashboard's name, title and panels."""
    yield ("platform", *platform())
    yield ("orders", *orders())
    for name in SERVICES:
        yield (name, *service(name))
    yield ("messages", *messages())
    yield ("postgresql", *database())


def all_of_them():
    return [(uid, dashboard(uid, title, shown)) for uid, title, shown in panels()]
