@echo off
rem Starts a step's REPL on Windows, after building it where that is needed: workbook repl 1
rem The shell script beside this file does the same on Linux and macOS, and says more about why.
setlocal EnableExtensions EnableDelayedExpansion
set "NEEDED_JDK=25"
set "ROOT=%~dp0"

if "%~1"=="--help" goto help
if "%~1"=="-h" goto help
if "%~1"=="help" goto help
if "%~1"=="jdk" if "%~2"=="" goto jdk
if "%~1"=="repl" if not "%~2"=="" if "%~3"=="" goto repl
if "%~1"=="" (echo workbook: what would you like to do?>&2) else (echo workbook: there is no command '%*'.>&2)
goto misuse

:repl
echo %~2| findstr /r /c:"^[1-9]$" >nul && for /d %%F in ("%ROOT%step-0%~2-*") do set "FOLDER=%%~fF" & set "STEP=%%~nxF"
if not defined STEP (
    echo workbook: there is no step '%~2'.>&2
    goto misuse
)
call :find_jdk || exit /b 1
set "CLASSES=%FOLDER%\target\classes"
set "MAIN=%CLASSES%\dev\minikv\step0%~2\Main.class"
call :is_current || call :build || exit /b 1
chcp 65001 >nul
"%JAVA_HOME%\bin\java" -XX:+UseSerialGC -cp "%CLASSES%" dev.minikv.step0%~2.Main
exit /b %ERRORLEVEL%

:jdk
call :find_jdk || exit /b 1
echo %JAVA_HOME%
exit /b 0

:help
call :usage
exit /b 0

:misuse
call :usage >&2
exit /b 2

:usage
echo usage: workbook repl ^<step^>    start the REPL of a step
echo        workbook jdk            print the home of the JDK that is used
echo        workbook --help         show this
exit /b 0

rem Whether the step's main class is there, and nothing that it is made from has changed since.
:is_current
if not exist "%MAIN%" exit /b 1
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:MAIN).LastWriteTime; $stale = Get-Item -LiteralPath ($env:ROOT + 'pom.xml'), ($env:FOLDER + '\pom.xml'); $stale += Get-ChildItem -Recurse -LiteralPath ($env:FOLDER + '\src\main'); exit @($stale | Where-Object LastWriteTime -gt $built).Count"
exit /b %ERRORLEVEL%

:build
where mvn >nul 2>nul || (
    echo workbook: Maven, mvn, is needed to build %STEP%, and is not on the PATH: install it from maven.apache.org.>&2
    exit /b 1
)
echo workbook: building %STEP% (the first build of all downloads what Maven needs) ...>&2
set "MAVEN_OPTS=--sun-misc-unsafe-memory-access=allow %MAVEN_OPTS%"
call mvn -B -q -Dstyle.color=never -Dspotless.check.skip=true -f "%ROOT%pom.xml" -pl %STEP% compile <nul >&2 || (
    echo workbook: building %STEP% failed: see above.>&2
    exit /b 1
)
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:MAIN).LastWriteTime = Get-Date"
exit /b 0

rem Sets JAVA_HOME: the one that is set if it will do, else the one on the PATH, else the first of
rem the places where installers and IDEs put JDKs.
:find_jdk
call :is_jdk "%JAVA_HOME%" && exit /b 0
for /f "delims=" %%J in ('where javac 2^>nul') do call :is_jdk "%%~dpJ.." && exit /b 0
for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
    for /d %%J in ("%%~P\*") do call :is_jdk "%%~J" && exit /b 0
)
echo workbook: JDK %NEEDED_JDK% or newer is needed and was not found: install one from adoptium.net, or set JAVA_HOME to where it is.>&2
exit /b 1

rem Whether a folder holds a JDK (not only a JRE) that is new enough; if so, JAVA_HOME is set to it.
:is_jdk
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
set "MAJOR=0"
for /f "tokens=2 delims==. " %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%~V"
set "MAJOR=!MAJOR:"=!"
if !MAJOR! LSS %NEEDED_JDK% exit /b 1
set "JAVA_HOME=%~f1"
exit /b 0
