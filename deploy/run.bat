@echo off
rem Sets Inkling up the first time and starts it: deploy\run --help
setlocal
where py >nul 2>nul
if %errorlevel%==0 goto launcher
python "%~dp0bootstrap" run %*
exit /b %errorlevel%
:launcher
py -3 "%~dp0bootstrap" run %*
exit /b %errorlevel%
