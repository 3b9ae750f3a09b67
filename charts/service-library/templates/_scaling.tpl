{{- define "service.scaling.behavior" -}}
scaleUp:
  stabilizationWindowSeconds: 30
  selectPolicy: Max
  policies:
    - {type: Pods, value: 2, periodSeconds: 60}
scaleDown:
  stabilizationWindowSeconds: {{ .Values.scaling.scaleDownAfterSeconds }}
  selectPolicy: Max
  policies:
    - {type: Pods, value: 1, periodSeconds: 120}
{{- end }}

{{- define "service.scaling" -}}
---
{{- if eq .Values.scaling.by "http" }}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ .Chart.Name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  scaleTargetRef: {{- include "service.workload" . | nindent 4 }}
  minReplicas: {{ .Values.replicas }}
  maxReplicas: {{ .Values.scaling.most }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ .Values.scaling.cpuPercent }}
  behavior: {{- include "service.scaling.behavior" . | nindent 4 }}
{{- else }}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: {{ .Chart.Name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  scaleTargetRef: {{- include "service.workload" . | nindent 4 }}
  minReplicaCount: {{ .Values.replicas }}
  maxReplicaCount: {{ .Values.scaling.most }}
  pollingInterval: 15
  # While lag cannot be read, the replicas stay as they are.
  fallback:
    failureThreshold: 4
    replicas: {{ .Values.replicas }}
    behavior: currentReplicasIfHigher
  advanced:
    horizontalPodAutoscalerConfig:
      name: {{ .Chart.Name }}
      behavior: {{- include "service.scaling.behavior" . | nindent 8 }}
  triggers:
    - type: cpu
      metricType: Utilization
      metadata:
        value: {{ .Values.scaling.cpuPercent | quote }}
    {{- range .Values.scaling.subscriptions }}
    - type: kafka
      metricType: AverageValue
      metadata:
        bootstrapServers: {{ $.Values.global.platform.kafkaBootstrapServers }}
        topic: {{ .topic }}
        consumerGroup: {{ .group }}
        lagThreshold: {{ $.Values.scaling.lagPerReplica | quote }}
        offsetResetPolicy: earliest
        sasl: scram_sha512
        tls: enable
        allowIdleConsumers: "false"
      authenticationRef:
        name: {{ $.Chart.Name }}-lag
    {{- end }}
---
apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata:
  name: {{ .Chart.Name }}-lag
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  secretTargetRef:
    - {parameter: username, name: {{ .Chart.Name }}-lag, key: username}
    - {parameter: password, name: {{ .Chart.Name }}-lag, key: password}
---
# Who reads the lag: KEDA. The service's own secret becomes its environment, and this has no business there.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: {{ .Chart.Name }}-lag
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  {{- include "service.secret.store" . | nindent 2 }}
  target:
    name: {{ .Chart.Name }}-lag
    creationPolicy: Owner
    deletionPolicy: Retain
  data:
    {{- range list "username" "password" }}
    {{- include "service.secret.reference" (dict "name" . "key" (printf "%s/%s/kafka" $.Values.global.platform.secretPrefix $.Chart.Name) "property" .) | nindent 4 }}
    {{- end }}
{{- end }}
{{- end }}
