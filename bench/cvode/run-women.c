/*
 * Runs women through CVODE of SUNDIALS: the same equations, doses, outputs and tolerances as bench/circuit.bench.mjs.
 *
 * Usage: run-women MODE RELATIVE REPEATS FILE, MODE "dense" (difference Jacobian) or "klu" (analytic, sparse).
 * FILE, native doubles: women, segments, output times, floors as many as states, the output times, then of each woman the
 * parameters and, of each segment, its end and its drive. A drive begins with the time at which the segment starts.
 * Prints of each woman: milliseconds of processor time (best of the repeats), steps, and at each output time the model's
 * outputs and states.
 */
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunlinsol/sunlinsol_klu.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunmatrix/sunmatrix_sparse.h>
#include <time.h>

#include "calcium-bone.h"

#define STATES CALCIUM_BONE_STATES
#define DRIVE (1 + 2 * CALCIUM_BONE_INPUTS + CALCIUM_BONE_DEPOTS)

static double constants[CALCIUM_BONE_CONSTANTS];
static const double *drive;
static signed char modes[CALCIUM_BONE_SWITCHES + 1];

static void set_modes(double t, const double *y) {
  double signs[CALCIUM_BONE_SWITCHES + 1];
  calcium_bone_switches(t, y, constants, drive, modes, signs);
  for (int i = 0; i < CALCIUM_BONE_SWITCHES; i++) modes[i] = signs[i] > 0;
}

static int rates(realtype t, N_Vector y, N_Vector out, void *data) {
  (void)data;
  set_modes(t, N_VGetArrayPointer(y));
  calcium_bone_derivative(t, N_VGetArrayPointer(y), constants, drive, modes, N_VGetArrayPointer(out));
  return 0;
}

static int jacobian(realtype t, N_Vector y, N_Vector f, SUNMatrix j, void *data, N_Vector a, N_Vector b, N_Vector c) {
  double by_time[STATES];
  (void)f, (void)data, (void)a, (void)b, (void)c;
  set_modes(t, N_VGetArrayPointer(y));
  for (int i = 0; i <= STATES; i++) SM_INDEXPTRS_S(j)[i] = calcium_bone_column_starts[i];
  for (int i = 0; i < CALCIUM_BONE_NONZEROS; i++) SM_INDEXVALS_S(j)[i] = calcium_bone_rows[i];
  calcium_bone_linearise(t, N_VGetArrayPointer(y), constants, drive, modes, SM_DATA_S(j), by_time);
  return 0;
}

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void check(int flag, const char *what) {
  if (flag >= 0) return;
  fprintf(stderr, "%s: %d\n", what, flag);
  exit(1);
}

static double *read_doubles(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) exit(2);
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  double *all = malloc(size);
  if (all == NULL || fread(all, 1, size, file) != size) exit(2);
  fclose(file);
  return all;
}

int main(int count, char **arguments) {
  if (count != 5) return 2;
  const int is_klu = strcmp(arguments[1], "klu") == 0;
  const double relative = atof(arguments[2]);
  const int repeats = atoi(arguments[3]);
  const double *input = read_doubles(arguments[4]);
  const int women = (int)input[0], segments = (int)input[1], times = (int)input[2];
  const double *floors = input + 3, *output_times = floors + STATES, *woman = output_times + times;
  const int length = CALCIUM_BONE_PARAMETERS + segments * (1 + DRIVE);
  const int row = CALCIUM_BONE_OUTPUTS + STATES;
  double *table = malloc(sizeof(double) * (size_t)(times * row));

  SUNContext context;
  check(SUNContext_Create(NULL, &context), "context");
  N_Vector y = N_VNew_Serial(STATES, context), absolute = N_VNew_Serial(STATES, context);
  N_Vector between = N_VNew_Serial(STATES, context);
  for (int i = 0; i < STATES; i++) N_VGetArrayPointer(absolute)[i] = relative * floors[i];
  SUNMatrix matrix = is_klu ? SUNSparseMatrix(STATES, STATES, CALCIUM_BONE_NONZEROS + STATES, CSC_MAT, context)
                            : SUNDenseMatrix(STATES, STATES, context);
  SUNLinearSolver solver = is_klu ? SUNLinSol_KLU(y, matrix, context) : SUNLinSol_Dense(y, matrix, context);
  void *cvode = CVodeCreate(CV_BDF, context);
  check(CVodeInit(cvode, rates, 0, y), "init");
  check(CVodeSVtolerances(cvode, relative, absolute), "tolerances");
  check(CVodeSetLinearSolver(cvode, solver, matrix), "solver");
  if (is_klu) check(CVodeSetJacFn(cvode, jacobian), "jacobian");
  check(CVodeSetMaxNumSteps(cvode, 1000000), "steps");

  for (int w = 0; w < women; w++, woman += length) {
    double best = 1e300;
    long steps = 0;
    /* As in circuit.bench.mjs: short runs are repeated for 0.3 s. */
    const double first = milliseconds();
    for (int repeat = 0; repeat < repeats || (repeats > 1 && milliseconds() - first < 300); repeat++) {
      const double start = milliseconds();
      double *state = N_VGetArrayPointer(y);
      const double *segment = woman + CALCIUM_BONE_PARAMETERS;
      int due = 0;
      steps = 0;
      calcium_bone_constants(woman, constants);
      calcium_bone_initial_state(constants, state);
      for (int s = 0; s < segments; s++, segment += 1 + DRIVE) {
        const double end = segment[0];
        double t = segment[1];
        long taken;
        drive = segment + 1;
        check(CVodeReInit(cvode, t, y), "reinit");
        check(CVodeSetStopTime(cvode, end), "stop");
        while (due < times && output_times[due] < t) due++;
        for (int at_start = s == 0; t < end || at_start;) {
          const double to = due < times && output_times[due] < end ? output_times[due] : end;
          N_Vector there = to < end ? between : y;
          if (to > t || !at_start) check(CVode(cvode, to, there, &t, CV_NORMAL), "step");
          else N_VScale(1, y, there);
          at_start = 0;
          if (due < times && output_times[due] == to) {
            double *values = N_VGetArrayPointer(there);
            set_modes(to, values);
            calcium_bone_outputs(to, values, constants, drive, modes, table + due * row);
            memcpy(table + due * row + CALCIUM_BONE_OUTPUTS, values, sizeof(double) * STATES);
            due++;
          }
        }
        check(CVodeGetNumSteps(cvode, &taken), "count");
        steps += taken;
      }
      const double spent = milliseconds() - start;
      if (spent < best) best = spent;
    }
    printf("%.6g %ld", best, steps);
    for (int i = 0; i < times * row; i++) printf(" %.17g", table[i]);
    printf("\n");
  }
  return 0;
}
