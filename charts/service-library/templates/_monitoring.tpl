{{- define "service.monitoring" -}}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ .Chart.Name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  jobLabel: app.kubernetes.io/name
  selector:
    matchLabels:
      {{- include "service.selector" . | nindent 6 }}
      allinone.dev/role: pods
  {{- if eq .Values.workload "Rollout" }}
  podTargetLabels: [rollouts-pod-template-hash]
  {{- end }}
  endpoints:
    - port: http
      path: /q/metrics
      scheme: http
      interval: 15s
      scrapeTimeout: 10s
{{- end }}
