package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/urfave/cli/v2"
)

// defaultAddr binds to loopback: whoever wants to be reached from elsewhere says so.
const defaultAddr = "127.0.0.1:8080"

func serveCommand() *cli.Command {
	return &cli.Command{
		Name:      "serve",
		Usage:     "offer the folder of a batch as a site: players, feed, files",
		ArgsUsage: "DIR",
		Description: `DIR is a folder that articast batch has filled. The site is for this machine alone until --addr says otherwise. It ends with
Ctrl-C.

EXAMPLES:
   articast serve podcast
   articast serve podcast --addr 0.0.0.0:8080
   articast serve podcast --watch 30m

EXIT STATUS:
   0 done, 1 failed, 2 wrong usage`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "addr", Value: defaultAddr, EnvVars: []string{"ARTICAST_ADDR"}, Usage: "listen on `HOST:PORT`; port 0 takes a free one"},
			&cli.DurationFlag{Name: "watch", Usage: "run the folder's batch again, at once and then in `INTERVALS` like 30m, so that new articles become episodes", Action: checkWatch},
		},
		Action: func(c *cli.Context) error {
			dir, err := oneFolder(c)
			if err != nil {
				return err
			}
			poll, err := watchOf(c, dir)
			if err != nil {
				return err
			}
			if c.String("addr") == "" {
				return &usageError{msg: "--addr is empty", hint: "--addr HOST:PORT says where to listen, like " + defaultAddr + "; 0.0.0.0:8080 is open to others"}
			}
			if _, _, err := net.SplitHostPort(c.String("addr")); err != nil {
				return &usageError{msg: fmt.Sprintf("--addr %s is no HOST:PORT", c.String("addr")), hint: "write it like " + defaultAddr + "; 0.0.0.0:8080 is open to others"}
			}
			return runServe(c.Context, dir, c.String("addr"), poll, c.App.ErrWriter)
		},
	}
}

// oneFolder returns the argument of a command that takes one folder.
func oneFolder(c *cli.Context) (string, error) {
	if c.NArg() != 1 {
		return "", &usageError{msg: fmt.Sprintf("%s takes one folder, but got %d arguments", c.Command.Name, c.NArg()), hint: "articast serve DIR, where DIR is the folder of articast batch"}
	}
	dir := c.Args().First()
	info, err := os.Stat(dir)
	if err != nil {
		return "", &usageError{msg: fmt.Sprintf("no such folder: %s", dir), hint: "articast batch SOURCE... -o DIR makes one"}
	}
	if !info.IsDir() {
		return "", &usageError{msg: fmt.Sprintf("%s is not a folder", dir), hint: "articast serve takes the folder of articast batch"}
	}
	return dir, nil
}

// Limits on what a client may hold.
const (
	headerTime  = 10 * time.Second // to send a request
	idleTime    = 2 * time.Minute  // between two requests
	headerBytes = 1 << 16
	graceTime   = 5 * time.Second // for answers under way when the server ends
)

func runServe(ctx context.Context, dir, addr string, poll func(context.Context), errw io.Writer) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("open the folder: %w", err)
	}
	defer root.Close()
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		return &hintError{error: fmt.Errorf("listen on %s: %w", addr, err), hint: "--addr HOST:PORT takes another address; port 0 takes a free one"}
	}
	fmt.Fprintf(errw, "serving %s at http://%s/ (Ctrl-C ends it)\n", dir, listener.Addr())
	if poll != nil {
		polls, end := context.WithCancel(ctx)
		var polling sync.WaitGroup
		polling.Go(func() { poll(polls) })
		defer polling.Wait() // its engines end with it
		defer end()
	}
	return serve(ctx, listener, &site{root: root})
}

// serve answers on listener until ctx ends, lets answers under way be finished for a while, and returns nil then.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler:           patient(handler),
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       headerTime, // no request has a body
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    headerBytes,
		ErrorLog:          log.New(io.Discard, "", 0), // of clients that went away
	}
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), graceTime)
		defer cancel()
		err := server.Shutdown(grace)
		if errors.Is(err, context.DeadlineExceeded) {
			err = server.Close() // somebody is still listening to an hour of sound
		}
		stopped <- err
	})
	defer stop()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return <-stopped
}
