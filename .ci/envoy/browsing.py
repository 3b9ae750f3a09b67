"""A person at the edge, in a real Chromium: sent to Keycloak, signed in, served, refreshed, signed out."""
import contextlib
import json
import shutil
import time
import urllib.parse

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

import client
from buying import ORDER
from letting_in import ORDERS

ORIGIN = f"https://{client.HOST}"
LOGIN = "/auth/realms/allinone/"
# Shorter than anybody would have it, so that it is over while we look.
TOKEN_SECONDS = 5
FETCH = """
const [path, method, body, done] = arguments;
const headers = body ? {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()} : {};
fetch(path, {method, headers, body, redirect: 'manual'})
  .then(async answer => done([answer.type === 'opaqueredirect' ? 302 : answer.status, await answer.text()]))
  .catch(failed => done([0, String(failed)]));
"""


@contextlib.contextmanager
def chromium(directory):
    """It takes the shop's name for this machine, and a certificate that nobody has signed."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("headless=new", "no-sandbox", "disable-dev-shm-usage", "disable-gpu", "lang=en", "ignore-certificate-errors",
                     f"user-data-dir={directory / 'chromium'}",
                     f"host-resolver-rules=MAP {client.HOST}:80 127.0.0.1:{client.HTTP},"
                     f"MAP {client.HOST}:443 127.0.0.1:{client.HTTPS}"):
        options.add_argument(f"--{argument}")
    browser = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    browser.set_page_load_timeout(60)
    browser.set_script_timeout(60)
    try:
        yield browser
    finally:
        browser.quit()


def wait(browser, condition, seconds=30):
    return WebDriverWait(browser, seconds).until(condition)


def fetch(browser, path, method="GET", body=None):
    return browser.execute_async_script(FETCH, path, method, body)


def at_login(browser):
    return browser.find_elements(By.NAME, "password") and urllib.parse.urlsplit(browser.current_url).path.startswith(LOGIN)


def sign_in(browser, user, password):
    browser.find_element(By.NAME, "username").clear()
    browser.find_element(By.NAME, "username").send_keys(user)
    browser.find_element(By.NAME, "password").send_keys(password)
    browser.find_element(By.NAME, "password").submit()


def session(browser):
    """The cookies of the edge, without the hash in their names."""
    return {cookie["name"].rsplit("-", 1)[0]: cookie for cookie in browser.get_cookies() if "-" in cookie["name"]}


def person(report, edge):
    edge.shop.token_life(TOKEN_SECONDS)
    with chromium(edge.directory) as browser:
        browser.get(f"http://{client.HOST}{ORDERS}?limit=5")
        wait(browser, at_login)
        report.claim("a page asked for by http ends at Keycloak's login, by https and the same door",
                     browser.current_url.startswith(f"{ORIGIN}{LOGIN}"), urllib.parse.urlsplit(browser.current_url).path)
        report.same("a script in the page is told 401 until then", fetch(browser, ORDERS)[0], 401)
        sign_in(browser, "minji", "wrong-password")
        report.claim("a wrong password leads nowhere", wait(browser, at_login))
        sign_in(browser, "minji", "minji-demo")
        wait(browser, lambda one: one.current_url.startswith(f"{ORIGIN}{ORDERS}"))
        report.same("the right one leads back to the page that was asked for", browser.current_url, f"{ORIGIN}{ORDERS}?limit=5")
        orders = json.loads(browser.find_element(By.TAG_NAME, "body").text.removeprefix("Pretty-print").strip())
        report.claim("which order has answered", "orders" in orders or "items" in orders, list(orders))
        cookies = session(browser)
        loose = [name for name in ("AccessToken", "RefreshToken", "IdToken", "OauthHMAC")
                 if name not in cookies or not (cookies[name]["httpOnly"] and cookies[name]["secure"]
                                                and cookies[name]["sameSite"] == "Lax")]
        report.same("no script and no other site can read the session's cookies", loose, [])
        status, text = fetch(browser, ORDERS, "POST", json.dumps(ORDER))
        report.same("a script of the page may order", status, 202)
        time.sleep(TOKEN_SECONDS + 2)
        status, _ = fetch(browser, ORDERS)
        fresh = session(browser)
        report.claim("a token that is over is refreshed without a word", status == 200 and
                     fresh["AccessToken"]["value"] != cookies["AccessToken"]["value"], status)
        browser.get(f"{ORIGIN}/oauth2/logout")
        wait(browser, lambda one: one.current_url == f"{ORIGIN}/")
        left = sorted({"AccessToken", "RefreshToken", "IdToken", "OauthHMAC"} & session(browser).keys())
        report.same("signing out ends at the front page without a session", left, [])
        report.same("a script is told 401 again", fetch(browser, ORDERS)[0], 401)
        browser.get(f"{ORIGIN}{ORDERS}")
        report.claim("and a page asks for the password again: Keycloak's session has ended too", wait(browser, at_login))
