@echo off
rem Starts the steps and the exercises on Windows: workbook repl 1, workbook watch, workbook --help
rem It finds a JDK and leaves the rest to a small Java program: it does not look at its own arguments.
rem Names of folders may contain ! and %, so there is no delayed expansion, and no call with a path.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED_JDK=25"
set "JAVA_HOME_FLAW="

rem JAVA_HOME if it will do; some users set it in quotes, to its bin, or with a semicolon at the end.
if not defined JAVA_HOME goto on_path
set "CANDIDATE=%JAVA_HOME:"=%"
:trim
if "%CANDIDATE:~-1%"==";" goto shorten
if "%CANDIDATE:~-1%"=="\" goto shorten
if /i "%CANDIDATE:~-4%"=="\bin" set "CANDIDATE=%CANDIDATE:~0,-4%"
call :is_jdk
if defined IS_JDK goto found
set "JAVA_HOME_FLAW=JAVA_HOME is set to %JAVA_HOME:"=%, which %FLAW%. "

rem Otherwise the JDK on the PATH, otherwise the first in the places where installers and IDEs put JDKs.
:on_path
for %%J in (javac.exe) do set "CANDIDATE=%%~dp$PATH:J.."
call :is_jdk
if defined IS_JDK goto found
for %%P in (
    "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu"
    "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
    "%USERPROFILE%\.jdks" "%LOCALAPPDATA%\mise\installs\java"
) do for /f "delims=" %%J in ('dir /b /ad "%%~P" 2^>nul') do (
    set "CANDIDATE=%%~P\%%J"
    call :is_jdk
    if defined IS_JDK goto found
)
for %%P in ("%SCOOP%" "%USERPROFILE%\scoop" "%ProgramData%\scoop") do for /f "delims=" %%J in ('dir /b /ad "%%~P\apps" 2^>nul') do (
    set "CANDIDATE=%%~P\apps\%%J\current"
    call :is_jdk
    if defined IS_JDK goto found
)
rem Unlike echo, set /p prints text in quotes, in which an & has no special meaning.
<nul set /p "=workbook: %JAVA_HOME_FLAW%">&2
echo JDK %NEEDED_JDK% or newer is needed and was not found: install one from adoptium.net, or set JAVA_HOME to where it is.>&2
exit /b 1

:shorten
set "CANDIDATE=%CANDIDATE:~0,-1%"
goto trim

:found
for %%F in ("%CANDIDATE%") do set "JAVA_HOME=%%~fF"
chcp 65001 >nul
rem The dot keeps the folder's last backslash from escaping the quote.
"%JAVA_HOME%\bin\java" -XX:TieredStopAtLevel=1 -cp "%~dp0.mvn\launcher" "-Dworkbook.home=%~dp0." "%~dp0.mvn\launcher\Launch.java" %*
exit /b %ERRORLEVEL%

rem Defines IS_JDK if CANDIDATE has a JDK (not only a JRE) that is new enough; otherwise FLAW says why not.
:is_jdk
set "IS_JDK="
set "FLAW=has no JDK"
set "VERSION="
set "MAJOR="
if not exist "%CANDIDATE%\bin\javac.exe" exit /b
if not exist "%CANDIDATE%\release" exit /b
for /f "usebackq tokens=1,2 delims==" %%A in ("%CANDIDATE%\release") do if "%%A"=="JAVA_VERSION" set "VERSION=%%~B"
for /f "delims=.-+" %%M in ("%VERSION%") do set "MAJOR=%%M"
if not defined MAJOR exit /b
set "FLAW=is JDK %VERSION%"
if %MAJOR% GEQ %NEEDED_JDK% set "IS_JDK=yes"
exit /b
