{{- /*
Everything here is made before the new code comes, by Argo CD as by Helm, and stands by itself: at the first sync nothing
of the service is there yet. So the Job has an account, a secret and a network policy of its own.
*/ -}}
{{- define "service.migration.annotations" -}}
argocd.argoproj.io/hook: PreSync
argocd.argoproj.io/hook-delete-policy: BeforeHookCreation
argocd.argoproj.io/sync-wave: {{ .wave | quote }}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-delete-policy: before-hook-creation
helm.sh/hook-weight: {{ .wave | quote }}
{{- end }}

{{- define "service.migration.metadata" -}}
metadata:
  name: {{ .root.Chart.Name }}-migration
  labels: {{- include "service.migration.labels" .root | nindent 4 }}
  annotations: {{- include "service.migration.annotations" . | nindent 4 }}
{{- end }}

{{- define "service.migration" -}}
{{- $secret := printf "%s/%s/database" .Values.global.platform.secretPrefix .Chart.Name -}}
---
apiVersion: v1
kind: ServiceAccount
{{ include "service.migration.metadata" (dict "root" . "wave" "-2") }}
automountServiceAccountToken: false
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
{{ include "service.migration.metadata" (dict "root" . "wave" "-2") }}
spec:
  {{- include "service.secret.store" . | nindent 2 }}
  target:
    name: {{ .Chart.Name }}-migration
    creationPolicy: Owner
    deletionPolicy: Retain
  data:
    {{- include "service.secret.reference" (dict "name" "QUARKUS_DATASOURCE_USERNAME" "key" $secret "property" "username") | nindent 4 }}
    {{- include "service.secret.reference" (dict "name" "QUARKUS_DATASOURCE_PASSWORD" "key" $secret "property" "password") | nindent 4 }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
{{ include "service.migration.metadata" (dict "root" . "wave" "-2") }}
spec:
  podSelector:
    matchLabels: {{- include "service.migration.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  egress:
    {{- include "service.network.names" . | nindent 4 }}
    {{- include "service.network.addresses" (dict "cidrs" .Values.global.platform.databaseCidrs "port" .Values.global.platform.databasePort) | nindent 4 }}
---
apiVersion: batch/v1
kind: Job
{{ include "service.migration.metadata" (dict "root" . "wave" "-1") }}
spec:
  backoffLimit: {{ .Values.migration.retries }}
  activeDeadlineSeconds: {{ .Values.migration.deadlineSeconds }}
  template:
    metadata:
      labels: {{- include "service.migration.labels" . | nindent 8 }}
    spec:
      restartPolicy: Never
      serviceAccountName: {{ .Chart.Name }}-migration
      automountServiceAccountToken: false
      enableServiceLinks: false
      securityContext: {{- include "service.pod.security" . | nindent 8 }}
      containers:
        - name: migration
          image: {{ include "service.image" . }}
          imagePullPolicy: {{ .Values.image.pullPolicy }}
          env:
            {{- range $name, $value := include "service.migration.settings" . | fromYaml }}
            - name: {{ $name }}
              value: {{ $value | quote }}
            {{- end }}
          envFrom:
            - secretRef:
                name: {{ .Chart.Name }}-migration
          resources: {{- toYaml .Values.resources | nindent 12 }}
          securityContext: {{- include "service.container.security" . | nindent 12 }}
          volumeMounts:
            - name: scratch
              mountPath: /tmp
      volumes:
        - name: scratch
          emptyDir:
            sizeLimit: 64Mi
{{- end }}

{{- /* The same program, which migrates and ends before it would listen or subscribe; who asks for tokens is not asked. */ -}}
{{- define "service.migration.settings" -}}
{{ include "service.database" . }}
QUARKUS_FLYWAY_MIGRATE_AT_START: "true"
QUARKUS_INIT_AND_EXIT: "true"
QUARKUS_OIDC_TENANT_ENABLED: "false"
QUARKUS_OTEL_SDK_DISABLED: "true"
{{- range $name, $value := .Values.migration.settings }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end }}
