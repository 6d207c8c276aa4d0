#!/bin/sh
# Makes every secret that docker-compose.yml names, once, under secrets/; what is there stays as it is.
# Keep a copy of master_key in a safe place elsewhere: without it no sealed name can be read again.
set -eu
cd "$(dirname "$0")/.."
mkdir -p secrets
chmod 700 secrets

for name in admin_password migrator_password app_password worker_password reports_password audit_password \
    master_key signing_key vapid_key; do
    if [ ! -s "secrets/$name" ]; then
        head -c 32 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=\n' > "secrets/$name"
        # the container's own user has to read it; the folder is closed to everybody else
        chmod 644 "secrets/$name"
        echo "made secrets/$name"
    fi
done

# the one secret that cannot be made: where letters leave
if [ ! -s secrets/smtp_url ]; then
    if [ -z "${VRIJPLAATS_SMTP_URL:-}" ]; then
        echo "set VRIJPLAATS_SMTP_URL to your mail server, such as smtps://user:password@mail.example.nl:465" >&2
        exit 1
    fi
    printf '%s' "$VRIJPLAATS_SMTP_URL" > secrets/smtp_url
    chmod 644 secrets/smtp_url
    echo "made secrets/smtp_url"
fi
