{{- define "service.container.security" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "service.pod.security" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "service.probe" -}}
httpGet:
  path: /q/health/{{ .look }}
  port: http
  scheme: HTTP
periodSeconds: {{ .period }}
timeoutSeconds: {{ .root.Values.probes.timeoutSeconds }}
failureThreshold: {{ .failures }}
successThreshold: 1
{{- end }}

{{- define "service.pod" -}}
{{- $hash := ternary "rollouts-pod-template-hash" "pod-template-hash" (eq .Values.workload "Rollout") -}}
{{- $probes := .Values.probes -}}
metadata:
  labels:
    {{- include "service.labels" . | nindent 4 }}
    {{- if .Values.global.mesh.enabled }}
    istio.io/dataplane-mode: ambient
    {{- end }}
  annotations:
    checksum/configuration: {{ include "service.settings" . | sha256sum }}
    checksum/secrets: {{ include "service.secrets" . | sha256sum }}
spec:
  serviceAccountName: {{ .Chart.Name }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .Values.terminationGracePeriodSeconds }}
  securityContext: {{- include "service.pod.security" . | nindent 4 }}
  topologySpreadConstraints:
    {{- range $key, $unmet := dict "topology.kubernetes.io/zone" .Values.spread.zones "kubernetes.io/hostname" .Values.spread.nodes }}
    - maxSkew: 1
      topologyKey: {{ $key }}
      whenUnsatisfiable: {{ $unmet }}
      labelSelector:
        matchLabels: {{- include "service.selector" $ | nindent 10 }}
      matchLabelKeys: [{{ $hash }}]
    {{- end }}
  {{- if .Values.spot }}
  affinity:
    nodeAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        - weight: 50
          preference:
            matchExpressions:
              - key: karpenter.sh/capacity-type
                operator: In
                values: [spot]
  {{- end }}
  containers:
    - name: {{ .Chart.Name }}
      image: {{ include "service.image" . }}
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      ports:
        - name: http
          containerPort: {{ .Values.port }}
          protocol: TCP
      envFrom:
        - configMapRef:
            name: {{ .Chart.Name }}
        - secretRef:
            name: {{ .Chart.Name }}
      resources: {{- toYaml .Values.resources | nindent 8 }}
      securityContext: {{- include "service.container.security" . | nindent 8 }}
      startupProbe: {{- include "service.probe" (dict "root" . "look" "started" "period" $probes.startupPeriodSeconds "failures" $probes.startupFailureThreshold) | nindent 8 }}
      livenessProbe: {{- include "service.probe" (dict "root" . "look" "live" "period" $probes.periodSeconds "failures" 6) | nindent 8 }}
      readinessProbe: {{- include "service.probe" (dict "root" . "look" "ready" "period" $probes.periodSeconds "failures" 2) | nindent 8 }}
      lifecycle:
        preStop:
          sleep:
            seconds: {{ .Values.drain.announceSeconds }}
      volumeMounts:
        - name: scratch
          mountPath: /tmp
  volumes:
    - name: scratch
      emptyDir:
        sizeLimit: 64Mi
{{- end }}
