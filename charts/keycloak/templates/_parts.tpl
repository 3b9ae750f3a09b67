{{- define "keycloak.labels" -}}
app.kubernetes.io/name: {{ .part }}
app.kubernetes.io/part-of: keycloak
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end }}

{{- define "keycloak.pod.security" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: {{ . }}
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "keycloak.container.security" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{- define "keycloak.names" -}}
- to:
    - namespaceSelector:
        matchLabels: {kubernetes.io/metadata.name: kube-system}
      podSelector:
        matchLabels: {k8s-app: kube-dns}
  ports:
    - {protocol: UDP, port: 53}
    - {protocol: TCP, port: 53}
{{- end }}

{{- define "keycloak.secret" -}}
- secretKey: {{ .name }}
  remoteRef:
    key: {{ .key }}
    property: {{ .property }}
    conversionStrategy: Default
    decodingStrategy: None
    metadataPolicy: None
{{- end }}

{{- define "keycloak.look" -}}
httpGet: {path: /auth/health/{{ .path }}, port: management}
periodSeconds: 5
timeoutSeconds: 3
failureThreshold: {{ .failures }}
{{- end }}

{{- define "keycloak.settings" -}}
JAVA_OPTS_KC_HEAP: -XX:MaxRAMPercentage=60
KC_DB: postgres
KC_DB_URL: jdbc:postgresql://{{ .Values.database.host }}:{{ .Values.database.port }}/{{ .Values.database.name }}?sslmode=require
KC_FEATURES_DISABLED: kerberos,device-flow,ciba
KC_HEALTH_ENABLED: "true"
KC_HOSTNAME: https://{{ .Values.host }}/auth
KC_HOSTNAME_BACKCHANNEL_DYNAMIC: "true"
KC_HTTP_ENABLED: "true"
KC_HTTP_RELATIVE_PATH: /auth
KC_METRICS_ENABLED: "true"
KC_PROXY_HEADERS: xforwarded
{{- end }}
