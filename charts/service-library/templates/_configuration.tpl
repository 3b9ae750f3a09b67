{{- /* The names are those that ./shop gives its services; a check compares. */ -}}
{{- define "service.database" -}}
{{- $platform := .Values.global.platform -}}
QUARKUS_DATASOURCE_JDBC_URL: "jdbc:postgresql://{{ $platform.databaseHost }}:{{ $platform.databasePort }}/{{ .Chart.Name }}?sslmode={{ $platform.databaseSslMode }}"
{{- end }}

{{- define "service.settings" -}}
{{- $platform := .Values.global.platform -}}
QUARKUS_HTTP_HOST: "0.0.0.0"
QUARKUS_HTTP_PORT: {{ .Values.port | quote }}
{{ include "service.database" . }}
QUARKUS_FLYWAY_MIGRATE_AT_START: {{ not .Values.migration.enabled | quote }}
KAFKA_BOOTSTRAP_SERVERS: {{ $platform.kafkaBootstrapServers | quote }}
KAFKA_SECURITY_PROTOCOL: SASL_SSL
KAFKA_SASL_MECHANISM: SCRAM-SHA-512
QUARKUS_OIDC_AUTH_SERVER_URL: "{{ $platform.keycloakUrl }}/realms/allinone"
QUARKUS_OIDC_TOKEN_ISSUER: {{ $platform.oidcIssuer | quote }}
QUARKUS_OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: {{ $platform.tracesEndpoint | quote }}
QUARKUS_SHUTDOWN_DELAY: "{{ .Values.drain.announceSeconds }}S"
QUARKUS_SHUTDOWN_TIMEOUT: "{{ .Values.drain.finishSeconds }}S"
{{- if has "keycloak" .Values.calls }}
IDENTITY_KEYCLOAK_URL: {{ $platform.keycloakUrl | quote }}
{{- end }}
{{- range $name, $value := .Values.settings }}
{{ $name }}: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "service.configuration" -}}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Chart.Name }}
  labels: {{- include "service.labels" . | nindent 4 }}
data: {{- include "service.settings" . | nindent 2 }}
{{- end }}
