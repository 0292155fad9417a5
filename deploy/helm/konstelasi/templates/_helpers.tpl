{{- define "konstelasi.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" }}{{ end -}}
{{- end -}}

{{- define "konstelasi.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "konstelasi.labels" -}}
{{ include "konstelasi.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* Empty if nobody signs in. */}}
{{- define "konstelasi.signIn" -}}
{{ .Values.signIn.oidc.metadataUrl }}{{ .Values.signIn.proxy.userHeader }}
{{- end -}}

{{/* How readers sign in and who gets the figures, as variables of the app. */}}
{{- define "konstelasi.signInVariables" -}}
{{- with .Values.signIn.oidc }}
{{- if .metadataUrl }}
- name: KONSTELASI_OIDC_METADATA_URL
  value: {{ .metadataUrl | quote }}
- name: KONSTELASI_OIDC_CLIENT_ID
  value: {{ .clientId | quote }}
- name: KONSTELASI_OIDC_CLIENT_SECRET_FILE
  value: /run/secrets/oidc/client-secret
- name: KONSTELASI_OIDC_REDIRECT_URI
  value: {{ .redirectUri | quote }}
- name: KONSTELASI_OIDC_COOKIE_SECRET_FILE
  value: /run/secrets/oidc/cookie-secret
{{- if .trustEmail }}
- name: KONSTELASI_OIDC_TRUST_EMAIL
  value: "1"
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.signIn.proxy }}
{{- if .userHeader }}
- name: KONSTELASI_PROXY_USER_HEADER
  value: {{ .userHeader | quote }}
- name: KONSTELASI_PROXY_NETWORKS
  value: {{ join "," .networks | quote }}
{{- end }}
{{- end }}
{{- if .Values.signIn.members }}
- name: KONSTELASI_MEMBERS
  value: /settings/members
{{- end }}
{{- with .Values.signIn.roleClaim }}
- name: KONSTELASI_ROLE_CLAIM
  value: {{ . | quote }}
{{- end }}
{{- if .Values.metrics.tokenSecret.name }}
- name: KONSTELASI_METRICS_TOKEN_FILE
  value: /run/secrets/metrics/token
{{- end }}
{{- end -}}

{{/* What both containers share: image, user, graph, folders. */}}
{{- define "konstelasi.container" -}}
{{- $isApp := .isApp }}
{{- with .root -}}
image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
env:
  - name: HOME
    value: /tmp
  - name: KONSTELASI_URI
    value: {{ .Values.neo4j.uri | quote }}
  - name: KONSTELASI_USER
    value: {{ .Values.neo4j.user | quote }}
  {{- with .Values.neo4j.database }}
  - name: KONSTELASI_DATABASE
    value: {{ . | quote }}
  {{- end }}
  - name: KONSTELASI_PASSWORD_FILE
    value: /run/secrets/neo4j/password
  {{- with .Values.neo4j.reader.user }}
  - name: KONSTELASI_READER_USER
    value: {{ . | quote }}
  - name: KONSTELASI_READER_PASSWORD_FILE
    value: /run/secrets/neo4j/reader-password
  {{- end }}
  {{- if .Values.alerts.secretName }}
  - name: KONSTELASI_ALERTS
    value: /run/secrets/alerts/alerts.toml
  {{- end }}
  {{- if $isApp }}
  {{- include "konstelasi.signInVariables" . | nindent 2 }}
  {{- end }}
volumeMounts:
  - name: data
    mountPath: /data
  - name: tmp
    mountPath: /tmp
  - name: password
    mountPath: /run/secrets/neo4j
    readOnly: true
  {{- if .Values.alerts.secretName }}
  - name: alerts
    mountPath: /run/secrets/alerts
    readOnly: true
  {{- end }}
  {{- if and $isApp .Values.signIn.oidc.metadataUrl }}
  - name: oidc
    mountPath: /run/secrets/oidc
    readOnly: true
  {{- end }}
  {{- if and $isApp .Values.metrics.tokenSecret.name }}
  - name: metrics
    mountPath: /run/secrets/metrics
    readOnly: true
  {{- end }}
  {{- if and $isApp .Values.signIn.members }}
  - name: settings
    mountPath: /settings
    readOnly: true
  {{- end }}
resources:
  {{- toYaml .Values.resources | nindent 2 }}
{{- end -}}
{{- end -}}
