# shellcheck shell=bash disable=SC2034
# What the scripts in bin/ share. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

if [[ -t 1 ]]; then
  bold=$'\e[1m' dim=$'\e[2m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m' erase=$'\r\e[K'
else
  bold='' dim='' red='' green='' plain='' erase=''
fi

# fail SENTENCE: says it and ends with status 1.
fail() {
  printf '%s%s✗ %s%s\n' "$erase" "$red" "$*" "$plain" >&2
  exit 1
}

is_jdk_25() {
  [[ -x $1/bin/java && -x $1/bin/javac ]] || return 1
  if [[ -r $1/release ]]; then
    grep -Eq '^JAVA_VERSION="25([."+-]|$)' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | grep -Eq '^javac 25([.+-]|$)'
  fi
}

# Homes in which a JDK is usually found, best guess first.
usual_jdks() {
  local java
  printf '%s\n' "${JAVA25_HOME:-}" "${JAVA_HOME:-}"
  java=$(command -v java) && dirname "$(dirname "$(readlink -f "$java")")"
  printf '%s\n' /usr/lib/jvm/* /usr/java/* /usr/local/java* /usr/local/jdk* /opt/* /opt/*/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.jenv/versions/* "$HOME"/.gradle/jdks/* \
    /home/linuxbrew/.linuxbrew/opt/openjdk*
  # Homes that Maven's own toolchains file names.
  [[ -r $HOME/.m2/toolchains.xml ]] &&
    sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "$HOME/.m2/toolchains.xml"
}

# Sets jdk to the home of a JDK 25, and lets Maven know of it.
find_jdk() {
  local home
  while IFS= read -r home; do
    if [[ -n $home ]] && is_jdk_25 "$home"; then
      jdk=$home
      export JAVA25_HOME=$jdk # looked at by Maven's search for toolchains
      return
    fi
  done < <(usual_jdks)
  fail "No JDK 25 was found. Install one (a package such as temurin-25-jdk or openjdk-25-jdk), or set JAVA_HOME to where it is."
}

# Maven itself is content with an older Java; where there is none, it gets ours.
find_maven() {
  command -v mvn >/dev/null ||
    fail "Maven was not found. Install it (Debian, Ubuntu: apt-get install maven) and run this again."
  if [[ -z ${JAVA_HOME:-} ]] && ! command -v java >/dev/null; then export JAVA_HOME=$jdk; fi
}

# elapsed SECONDS: 1:05
elapsed() {
  printf '%d:%02d' $(($1 / 60)) $(($1 % 60))
}
