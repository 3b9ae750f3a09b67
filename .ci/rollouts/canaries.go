package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/argoproj/argo-rollouts/metricproviders/prometheus"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/utils/analysis"
	"github.com/prometheus/client_golang/api/prometheus/v1"
	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/promql"
	"github.com/prometheus/prometheus/promql/parser"
	"github.com/prometheus/prometheus/promql/promqltest"
	"github.com/prometheus/prometheus/storage"
	log "github.com/sirupsen/logrus"
)

const hash = "7c9f"

// Ten minutes of a canary's life, looked at after the last of them.
const minutes = 10

// A canary: what is scraped of it, a sample every 15 s, and what is to be said of it. Of what is not named here, Successful
// is to be said.
type canary struct {
	what   string
	series map[string]string
	judged map[string]v1alpha1.AnalysisPhase
}

const (
	good    = v1alpha1.AnalysisPhaseSuccessful
	bad     = v1alpha1.AnalysisPhaseFailed
	unknown = v1alpha1.AnalysisPhaseInconclusive
)

var canaries = []canary{
	{"that serves well", with(nil), nil},
	{"that nobody has scraped", map[string]string{}, map[string]v1alpha1.AnalysisPhase{
		"restarts": unknown, "errors": unknown, "parked": unknown, "publishing": unknown}},
	{"that nobody has asked anything", with(map[string]string{served: "", asked: "0x40"}), map[string]v1alpha1.AnalysisPhase{
		"errors": unknown}},
	{"that answers one request in fifty with 500", with(map[string]string{failed: "0+1x40"}), map[string]v1alpha1.AnalysisPhase{
		"errors": bad}},
	{"that answers one request in a thousand with 500", with(map[string]string{served: "0+999x40", failed: "0+1x40"}), nil},
	{"that parks a message", with(map[string]string{parked: "0x38 1 1"}), map[string]v1alpha1.AnalysisPhase{"parked": bad}},
	{"that has never parked anything", with(map[string]string{parked: ""}), nil},
	{"that cannot publish", with(map[string]string{unpublished: "0+1x40"}), map[string]v1alpha1.AnalysisPhase{"publishing": bad}},
	{"that starts again and again", with(map[string]string{started: "1000+15x40"}), map[string]v1alpha1.AnalysisPhase{
		"restarts": bad}},
	{"beside a stable version that fails", with(map[string]string{
		strings.ReplaceAll(failed, hash, "other"): "0+40x40", strings.ReplaceAll(parked, hash, "other"): "0+1x40"}), nil},
}

const (
	labels      = `{namespace="shop",job="JOB",rollouts_pod_template_hash="` + hash + `"`
	up          = "up" + labels + "}"
	started     = "process_start_time_seconds" + labels + "}"
	served      = "http_server_requests_seconds_count" + labels + `,status="200"}`
	failed      = "http_server_requests_seconds_count" + labels + `,status="500"}`
	asked       = "http_server_requests_seconds_count" + labels + `,status="404"}`
	parked      = "messaging_inbox_parked_total" + labels + "}"
	unpublished = "messaging_outbox_failures_total" + labels + "}"
)

// What is scraped of a canary that serves well, but for what differs.
func with(differing map[string]string) map[string]string {
	all := map[string]string{up: "1x40", started: "1000x40", served: "0+49x40", parked: "0x40", unpublished: "0x40"}
	for series, samples := range differing {
		all[series] = samples
		if samples == "" {
			delete(all, series)
		}
	}
	return all
}

// What is said of the canary by one of the template's metrics and should not be; nothing if all are right.
func (one canary) misjudged(template *v1alpha1.AnalysisTemplate) string {
	lines := []string{"load 15s"}
	for series, samples := range one.series {
		lines = append(lines, "  "+strings.ReplaceAll(series, "JOB", template.Name)+" "+samples)
	}
	store := promqltest.LoadedStorage(quiet{}, strings.Join(lines, "\n")+"\n")
	defer store.Close()
	value := hash
	for _, metric := range template.Spec.Metrics {
		resolved, err := analysis.ResolveMetricArgs(metric, []v1alpha1.Argument{{Name: "hash", Value: &value}})
		check(err)
		provider, err := prometheus.NewPrometheusProvider(engine{store: store}, *log.NewEntry(log.StandardLogger()), *resolved)
		check(err)
		measured := provider.Run(&v1alpha1.AnalysisRun{}, *resolved)
		wanted, differs := one.judged[metric.Name]
		if !differs {
			wanted = good
		}
		if measured.Phase != wanted {
			return fmt.Sprintf("%s says %s (%s%s) of a canary %s, and should say %s",
				metric.Name, measured.Phase, measured.Value, measured.Message, one.what, wanted)
		}
	}
	return ""
}

// Prometheus as far as Argo Rollouts asks it: its engine, over what a canary was scraped for.
type engine struct {
	v1.API
	store storage.Queryable
}

func (one engine) Query(ctx context.Context, query string, _ time.Time, _ ...v1.Option) (model.Value, v1.Warnings, error) {
	asked, err := promql.NewEngine(promql.EngineOpts{MaxSamples: 1_000_000, Timeout: time.Minute}).
		NewInstantQuery(ctx, one.store, nil, query, time.Unix(0, 0).Add(minutes*time.Minute))
	if err != nil {
		return nil, nil, err
	}
	defer asked.Close()
	result := asked.Exec(ctx)
	if result.Err != nil {
		return nil, nil, result.Err
	}
	if result.Value.Type() != parser.ValueTypeVector {
		return nil, nil, fmt.Errorf("%s is answered with a %s", query, result.Value.Type())
	}
	vector := model.Vector{}
	for _, sample := range result.Value.(promql.Vector) {
		vector = append(vector, &model.Sample{Metric: model.Metric{}, Value: model.SampleValue(sample.F)})
	}
	return vector, nil, nil
}

// What the storage of Prometheus' own tests wants of a test.
type quiet struct{}

func (quiet) Errorf(format string, told ...any) { fmt.Printf(format+"\n", told...) }
func (quiet) FailNow()                           { panic("the series cannot be read") }
func (quiet) Helper()                            {}
func (quiet) Logf(string, ...any)                {}
